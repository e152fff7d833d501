/** The channel that an AsyncAPI step of Arazzo 1.1 uses, as the document names it. */
export interface ChannelReference {
  /** The source description it belongs to. */
  readonly source: string;
  /** The id of the AsyncAPI operation; absent when the step points to the channel. */
  readonly operationId?: string;
  /** JSON Pointer to the channel in the source: `/channels/orders`. */
  readonly channelPath?: string;
  /** Where messages go, when the source could be read: `orders/{region}` with its parameters not filled in. */
  readonly address?: string;
}
