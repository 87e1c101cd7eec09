package downhill.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the processor is and can do: of Linux as the kernel tells it, elsewhere as the Java machine uses it.
 *
 * @param vendor such as {@code GenuineIntel} or {@code AuthenticAMD}; empty where it is not known
 * @param name   what tells one model from another
 * @param flags  such as {@code avx2} and {@code fma}, as Linux writes them
 */
record Processor(String vendor, String name, Set<String> flags) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final Set<String> AVX2 = Set.of("avx2", "fma");
    private static final Set<String> AVX512 = Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

    /** Of this machine. */
    static Processor here() {
        try {
            return Files.isReadable(LINUX) ? parse(Files.readString(LINUX, StandardCharsets.ISO_8859_1)) : JavaFlags.processor();
        } catch (IOException e) {
            return JavaFlags.processor();
        }
    }

    /** The first processor of {@code /proc/cpuinfo}. */
    static Processor parse(String text) {
        String name = String.join(" ", field(text, "model name"), field(text, "cpu family"), field(text, "model")).strip();
        return new Processor(field(text, "vendor_id"), name, new TreeSet<>(Arrays.asList(field(text, "flags").split(" +"))));
    }

    private static String field(String text, String key) {
        return text.lines().filter(line -> line.split(":", 2)[0].strip().equals(key)).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("");
    }

    boolean avx512() {
        return flags.containsAll(AVX512);
    }

    boolean avx2() {
        return flags.containsAll(AVX2);
    }

    /** Of AMD's design, licensed ones included. */
    boolean amd() {
        return vendor.equals("AuthenticAMD") || vendor.equals("HygonGenuine");
    }

    /** One line that another processor does not have. */
    String key() {
        return String.format(Locale.ROOT, "%s %s %08x", vendor, name, String.join(" ", flags).hashCode());
    }
}
