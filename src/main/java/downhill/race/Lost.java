package downhill.race;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What of a contender can be the first to be no finite number. Sessions keep the English words of it. */
public enum Lost {
    LOSS("diverged.loss", "diverged.loss.seed", "loss"),
    GRADIENT("diverged.gradient", "diverged.gradient.seed", "gradient of (.+?)"),
    PARAMETER("diverged.parameter", "diverged.parameter.seed", "parameter (.+?)"),
    ANSWER("diverged.answer", "diverged.answer.seed", "state (\\S+) of (.+?)");

    private static final String OF_AN_EARLY_VERSION = "loss";

    private final String key;
    private final String ofSeed;
    private final Pattern saved;

    Lost(String key, String ofSeed, String saved) {
        this.key = key;
        this.ofSeed = ofSeed;
        this.saved = Pattern.compile(saved + "(?: \\(seed (-?\\d+)\\))? at step (\\d+)");
    }

    /**
     * Says it.
     *
     * @param seed  null where there is one only
     * @param names of the parameter, after that of the state
     */
    Said said(Object seed, Object step, List<String> names) {
        List<Object> arguments = new ArrayList<>(names);
        if (seed != null) {
            arguments.add(seed);
        }
        arguments.add(step);
        return new Said(seed == null ? key : ofSeed, arguments);
    }

    /** What a session says of it, in the words of any version; null stays null. */
    public static Said read(String english) {
        if (english == null || english.equals(OF_AN_EARLY_VERSION)) {
            return english == null ? null : Said.of("diverged.old");
        }
        for (Lost lost : values()) {
            Matcher parts = lost.saved.matcher(english);
            if (parts.matches()) {
                return lost.said(parts.toMatchResult());
            }
        }
        return Said.plain(english);
    }

    private Said said(MatchResult parts) {
        int names = parts.groupCount() - 2;
        return said(parts.group(names + 1), parts.group(names + 2), IntStream.rangeClosed(1, names).mapToObj(parts::group).toList());
    }
}
