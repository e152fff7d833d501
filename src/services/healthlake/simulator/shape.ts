/** A text, with the limits of its length and a pattern for the whole of it. */
export interface StringShape {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

/** A text out of a list. */
export interface EnumShape<Value extends string = string> {
  readonly type: 'enum';
  readonly values: readonly Value[];
}

/** A whole number with its range, or a time in seconds since the epoch. */
export interface NumberShape {
  readonly type: 'integer' | 'timestamp';
  readonly min?: number;
  readonly max?: number;
}

/** `true` or `false`. */
interface BooleanShape {
  readonly type: 'boolean';
}

/** Any number of items up to a limit. */
export interface ListShape<Item = Shape> {
  readonly type: 'list';
  readonly item: Item;
  readonly max: number;
}

/**
 * Members that must be there and members that may. The service's unions have one member each, so
 * a structure in which that one is required says the same.
 */
export interface StructureShape<
  Required = Readonly<Record<string, Shape>>,
  Optional = Readonly<Record<string, Shape>>,
> {
  readonly type: 'structure';
  readonly required: Required;
  readonly optional: Optional;
}

/** What a value must be like. */
export type Shape =
  StringShape | EnumShape | NumberShape | BooleanShape | ListShape | StructureShape;

type RequiredKeys<T> = {
  [Key in keyof T]-?: Pick<T, Key> extends Required<Pick<T, Key>> ? Key : never;
}[keyof T];

/** The shape that describes a type: a table of these cannot forget or invent a member. */
export type ShapeOf<T> = [T] extends [boolean]
  ? BooleanShape
  : [T] extends [number]
    ? NumberShape
    : [T] extends [string]
      ? string extends T
        ? StringShape
        : EnumShape<T>
      : [T] extends [readonly (infer Item)[]]
        ? ListShape<ShapeOf<Item>>
        : StructureShape<
            { readonly [Key in RequiredKeys<T>]: ShapeOf<T[Key]> },
            {
              readonly [Key in Exclude<keyof T, RequiredKeys<T>>]-?: ShapeOf<
                Exclude<T[Key], undefined>
              >;
            }
          >;
