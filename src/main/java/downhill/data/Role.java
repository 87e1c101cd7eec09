package downhill.data;

/** What a column is used for in training. */
public enum Role { FEATURE, TARGET, IGNORED }
