package downhill.serve;

import downhill.store.ModelStore;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that is to be served, and as what: {@code [NAME[:VERSION]=]FILE}.
 *
 * @param name    letters, digits, {@code . _ -}, as it stands in addresses
 * @param version from 1
 * @param file    read again whenever it changes; null of a model that is in no file
 */
public record ModelAddress(String name, int version, Path file) {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,99})(?::([1-9][0-9]{0,8}))?=(.+)");

    /**
     * As it is typed. Without a name the file's own is taken, whatever cannot stand in an address as a dash.
     *
     * @throws java.nio.file.InvalidPathException where the file can have no such name
     */
    public static ModelAddress parse(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            int version = named.group(2) == null ? 1 : Integer.parseInt(named.group(2));
            return new ModelAddress(named.group(1), version, Path.of(named.group(3)));
        }
        Path file = Path.of(text);
        String own = file.getFileName() == null ? "" : file.getFileName().toString();
        String plain = own.endsWith(ModelStore.ENDING) ? own.substring(0, own.length() - ModelStore.ENDING.length()) : own;
        String name = name(plain);
        if (name.isEmpty()) {
            throw new RefusedException(Said.of("serve.name", text));
        }
        return new ModelAddress(name, 1, file);
    }

    /** What can stand in an address of {@code text}, whatever else as a dash; empty where nothing can. */
    public static String name(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
    }
}
