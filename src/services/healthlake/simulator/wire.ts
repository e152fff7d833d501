/**
 * A type of the SDK as it travels: timestamps are seconds since the epoch, unions have only the
 * members that are known, and what is optional is absent instead of `undefined`.
 */
export type Wire<T> = T extends Date
  ? number
  : T extends string | number | boolean
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : T extends { readonly $unknown: readonly unknown[] }
        ? never
        : {
            readonly [Key in keyof T as Key extends '$unknown' ? never : Key]: Wire<
              Exclude<T[Key], undefined>
            >;
          };
