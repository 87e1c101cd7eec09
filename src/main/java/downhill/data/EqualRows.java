package downhill.data;

/** What the split does with rows that a model cannot tell apart: equal in every feature and in the target. */
public enum EqualRows {
    /** All of them are training rows, or all are held out, so that no held out row has been learned by heart. */
    TOGETHER,
    /** Each goes where chance puts it, as before there was a choice. */
    APART
}
