/** How the reviews are kept in this browser. */
export interface Health {
  /** How many there are; null: a newer version counts them in a way that this one does not know. */
  reviews: { final: number; drafts: number; withdrawn: number } | null;
  /** Records that could not be read and were set aside. */
  setAside: number;
  /** Epoch ms of the last time that the browser found the database damaged and began an empty one; null: never. */
  lostAt: number | null;
  /** A newer version made the database: nothing is written. `unread` is how many rows of the list this version cannot read. Else null. */
  newer: { unread: number } | null;
}

/** The same with what the browser says of its disk. */
export interface StorageHealth extends Health {
  /** Bytes in use; null: the browser does not say. */
  used: number | null;
  /** Bytes that are left; null: the browser does not say. */
  room: number | null;
  /** The browser promised to keep the data when the disk gets full; null: it does not say. */
  kept: boolean | null;
  /** Answers from before a policy that are still to be masked; null: none. */
  unmasked: number | null;
}
