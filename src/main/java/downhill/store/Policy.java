package downhill.store;

import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a school lays down for all who use a machine, in a small file that is read at start. {@code docs/school.md} describes it.
 *
 * @param file     in which it stands
 * @param language spoken where nobody has chosen another, such as {@code zh}; empty for the machine's
 * @param keepIn   the folder in which is kept what nobody asked to save: work that is open, progress, files of late, looks; null for the
 *                 usual one
 * @param hidden   workspaces of the window and commands of the command line that are not offered
 */
public record Policy(Path file, String language, Path keepIn, List<String> hidden) {
    /** What a property names in place of the file of the machine. */
    public static final String PROPERTY = "downhill.policy";
    /** Workspaces that can be hidden. */
    public static final List<String> WORKSPACES = List.of("lab", "tune", "evaluate", "explain", "deploy", "lessons");
    /** Without these nothing is left of the window. */
    private static final List<String> NEEDED = List.of("data", "train");
    static final String FORMAT = "downhill-policy";
    private static final int VERSION = 1;
    private static final String NAME = "policy.json";
    private static final Policy NONE = new Policy(null, "", null, List.of());

    record Laid(String format, int version, String language, String keepIn, List<String> hide) {
    }

    public Policy {
        hidden = List.copyOf(hidden);
    }

    /**
     * The one that holds here; without any restriction where there is none.
     *
     * @throws StoreException with one sentence where there is one that cannot be read
     */
    public static Policy here() {
        return places(System.getProperty("os.name", ""), System.getenv()).filter(Files::isRegularFile).findFirst().map(Policy::read)
                .orElse(NONE);
    }

    /** Where one is looked for; the first that is there holds. */
    static Stream<Path> places(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        Path machine = Path.of("/etc/downhill");
        if (name.contains("win")) {
            machine = Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"), "Downhill");
        } else if (name.contains("mac")) {
            machine = Path.of("/Library/Application Support/Downhill");
        }
        Stream<String> beside = Stream.of(System.getProperty("downhill.home"), folder(System.getProperty("jpackage.app-path")));
        return Stream.of(Stream.ofNullable(System.getProperty(PROPERTY)).map(Path::of), Stream.of(machine.resolve(NAME)),
                beside.filter(Objects::nonNull).map(folder -> Path.of(folder, NAME))).flatMap(each -> each);
    }

    /** The folder of an application whose launcher lies in its {@code bin}, or, on Windows, in itself. */
    private static String folder(String launcher) {
        if (launcher == null) {
            return null;
        }
        Path parent = Path.of(launcher).toAbsolutePath().getParent();
        return String.valueOf(parent.endsWith("bin") ? parent.getParent() : parent);
    }

    /**
     * Reads one.
     *
     * @throws StoreException with one sentence: file, line and what to do
     */
    static Policy read(Path file) {
        byte[] json = Json.bytes(file);
        String place = file.toString();
        JsonNode tree = Json.parse(json, place);
        Versions.of(tree, place, FORMAT, Said.of("kind.policy"), VERSION);
        Laid laid = new RecordReader(place, json).read(Laid.class, (ObjectNode) tree, "");
        List<String> hidden = Objects.requireNonNullElse(laid.hide(), List.of());
        hidden.stream().filter(one -> !one.matches("[a-z-]{1,40}")).findFirst().ifPresent(one -> {
            throw new MalformedException(JsonPlace.said(place, json, "hide", Said.of("policy.hide", one)));
        });
        hidden.stream().filter(NEEDED::contains).findFirst().ifPresent(one -> {
            throw new MalformedException(JsonPlace.said(place, json, "hide", Said.of("policy.needed", one)));
        });
        return new Policy(file, Objects.requireNonNullElse(laid.language(), ""), folder(laid.keepIn(), place, json), hidden);
    }

    private static Path folder(String named, String place, byte[] json) {
        if (named == null) {
            return null;
        }
        String whole = named.replace("${home}", System.getProperty("user.home", ""))
                .replace("${user}", System.getProperty("user.name", ""));
        try {
            Path folder = Path.of(whole).normalize();
            if (folder.isAbsolute()) {
                return folder;
            }
        } catch (InvalidPathException none) {
            // It is as if it were not absolute.
        }
        throw new MalformedException(JsonPlace.said(place, json, "keepIn", Said.of("policy.folder", named)));
    }

    /** Whether a workspace or a command is not offered. */
    public boolean hides(String name) {
        return hidden.contains(name);
    }

    /** What holds, for a person; empty where there is none. */
    public Optional<Said> told() {
        return Optional.ofNullable(file).map(from -> Said.of("policy.told", from, orDash(language),
                orDash(Objects.toString(keepIn, "")), orDash(String.join(", ", hidden))));
    }

    private static String orDash(String word) {
        return word.isEmpty() ? "-" : word;
    }
}
