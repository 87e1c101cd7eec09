package downhill.study;

import downhill.setting.Setting;
import java.util.Locale;

/** Names of settings as people write them: learning-rate and learning_rate are learningRate. */
public final class SettingNames {
    private SettingNames() {
    }

    /** Whether both are one. */
    public static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }

    /** By its option, by the end of its key, or by its whole key. */
    static boolean isOf(String name, Setting<?> setting) {
        String end = setting.key().substring(setting.key().lastIndexOf('.') + 1);
        return same(name, setting.word()) || same(name, end) || same(name, setting.key());
    }

    /** The same for all ways to write one. */
    static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
