package downhill.data;

import downhill.words.Said;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
public final class NearNames {
    private static final int SHOWN = 8;

    private NearNames() {
    }

    /**
     * That there is no such name, and which may have been meant, or a list of what there is.
     *
     * @param near what is said with the one that was meant, if there is one that near
     * @param none what is said with all that there are
     */
    public static Said absent(String near, String none, String wanted, List<String> names) {
        String meant = names.stream().min(Comparator.comparingInt(name -> distance(wanted, name))).orElse(null);
        boolean isNear = meant != null && distance(wanted, meant) <= Math.max(1, wanted.length() / 3);
        return isNear ? Said.of(near, wanted, meant) : Said.of(none, wanted, some(names));
    }

    /** The same where some of the names, such as those in use, cannot have been meant. */
    public static Said absent(String near, String none, String wanted, List<String> names, Collection<String> taken) {
        Said among = absent(near, none, wanted, names.stream().filter(name -> !taken.contains(name)).toList());
        return among.key().equals(near) ? among : Said.of(none, wanted, some(names));
    }

    /** The first few, and how many more there are. */
    public static Said some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? Said.of("names.more", shown, names.size() - SHOWN) : Said.plain(shown);
    }

    /** Levenshtein's distance without regard to case. */
    static int distance(String first, String second) {
        String a = clipped(first);
        String b = clipped(second);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private static String clipped(String text) {
        return text.substring(0, Math.min(100, text.length())).toLowerCase(Locale.ROOT);
    }
}
