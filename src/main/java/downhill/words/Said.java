package downhill.words;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Something said to a person, in no language yet. {@link Words} has the words; {@link #toString} gives the English ones, so that logs,
 * files and the command line need no more than the value.
 *
 * @param key       which sentence, or part of one
 * @param arguments what is put in: sayings, or texts and numbers as they are shown in every language
 */
public record Said(String key, List<Object> arguments) implements Serializable {
    /** No words at all. */
    public static final Said NOTHING = of("plain", "");
    private static final String PLAIN = "plain";

    public Said {
        arguments = arguments.stream().map(Said::frozen).toList();
    }

    /** Says {@code key} with what is put in at {@code {0}}, {@code {1}} and so on. */
    public static Said of(String key, Object... arguments) {
        return new Said(key, Arrays.asList(arguments));
    }

    /** A number of things, with marks between thousands. */
    public static String count(long things) {
        return String.format(Locale.ROOT, "%,d", things);
    }

    /** A text that is the same in every language: a name, or words of the operating system. */
    public static Said plain(String text) {
        return of(PLAIN, text);
    }

    /** What a failure says: in every language where it was written for people. */
    public static Said message(Throwable failure) {
        return failure instanceof Saying saying ? saying.said() : plain(failure.getMessage());
    }

    /** Sentences one after the other. */
    public static Said sentences(Said... sentences) {
        return joined("join.sentences", List.of(sentences));
    }

    /** Reasons, each its own part of a sentence. */
    public static Said reasons(Collection<Said> reasons) {
        return joined("join.reasons", reasons);
    }

    /** Names or counts in a row. */
    public static Said list(Collection<Said> items) {
        return joined("join.list", items);
    }

    private static Said joined(String key, Collection<Said> parts) {
        Iterator<Said> rest = parts.iterator();
        Said all = rest.hasNext() ? rest.next() : NOTHING;
        while (rest.hasNext()) {
            all = of(key, all, rest.next());
        }
        return all;
    }

    /** A list or a path that changes later, or is large, is not held. */
    private static Object frozen(Object argument) {
        return argument instanceof Said ? argument : String.valueOf(argument);
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** The English words. */
    @Override
    public String toString() {
        return Words.ENGLISH.say(this);
    }
}
