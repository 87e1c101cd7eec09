package downhill.cli;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A contender as people type it: {@code ID[:key=value,...]}. A {@code schedule=} comes last, for the commas after it are its own.
 *
 * @param optimizer an id, or a rule file of the user's own
 * @param settings  texts by key in small letters without hyphens and underscores, so that learning-rate is learningRate; in the order typed
 */
record Entrant(String optimizer, Map<String, String> settings) {
    static final String RULE_FILE = ".rule";
    static final String SCHEDULE = "schedule";

    private static final String SCHEDULE_BEGINS = SCHEDULE + "=";

    /** Whether its optimizer is a file. */
    boolean isFile() {
        return optimizer.endsWith(RULE_FILE);
    }

    /** Those of one text, in which commas stand between contenders as well as between the settings of one. */
    static List<Entrant> list(String text) {
        List<String> each = new ArrayList<>();
        for (String piece : text.split(",", -1)) {
            if (!each.isEmpty() && isSetting(piece)) {
                each.set(each.size() - 1, each.get(each.size() - 1) + "," + piece);
            } else {
                each.add(piece);
            }
        }
        return each.stream().map(Entrant::read).toList();
    }

    /** A piece with = before any colon goes on with the contender before it: the next one begins with an id. */
    private static boolean isSetting(String piece) {
        int equals = piece.indexOf('=');
        int colon = piece.indexOf(':');
        return equals >= 0 && (colon < 0 || equals < colon) && !piece.endsWith(RULE_FILE);
    }

    private static Entrant read(String text) {
        int end = endOfId(text);
        return new Entrant(text.substring(0, end), end == text.length() ? Map.of() : settings(text.substring(end + 1)));
    }

    private static int endOfId(String text) {
        int file = text.indexOf(RULE_FILE + ":");
        if (file >= 0) {
            return file + RULE_FILE.length();
        }
        int colon = text.indexOf(':');
        return colon < 0 || text.endsWith(RULE_FILE) ? text.length() : colon;
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        int schedule = ("," + text).indexOf("," + SCHEDULE_BEGINS);
        String numbers = schedule < 0 ? text : text.substring(0, Math.max(0, schedule - 1));
        for (String each : numbers.isEmpty() && schedule >= 0 ? new String[0] : numbers.split(",", -1)) {
            add(each, settings);
        }
        if (schedule >= 0) {
            settings.put(SCHEDULE, text.substring(schedule + SCHEDULE_BEGINS.length()));
        }
        return settings;
    }

    private static void add(String text, Map<String, String> settings) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InputException(Said.of("cli.entrant.form", text));
        }
        String key = text.substring(0, equals).strip();
        if (settings.put(plain(key), text.substring(equals + 1).strip()) != null) {
            throw new InputException(Said.of("cli.entrant.twice", key));
        }
    }

    /** The name of a layer stays as it is written. */
    private static String plain(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? simple(key) : simple(key.substring(0, dot)) + key.substring(dot);
    }

    private static String simple(String key) {
        return key.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
