package downhill.ui.screen.explain;

/** How the effect of a feature is told. */
enum EffectKind {
    /** What is said on average where the feature has each value, with a line for each row. */
    PDP,
    /** The same, lines from a common beginning: what differs is their shape. */
    CENTRED,
    /** Accumulated differences among rows that are there: right also where features go together. */
    ALE
}
