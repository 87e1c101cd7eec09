package downhill.setting;

/** A value that a setting refuses. The message is one sentence for the person who chose it. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public SettingException(String sentence) {
        super(sentence);
    }
}
