package downhill.engine;

import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * OpenBLAS in a process of its own: which kernels it takes there, and whether they compute right. Kernels that this processor
 * cannot run end that process, not this one.
 *
 * @param core     the kernels that ran; empty where the process said nothing
 * @param verdict  what came of the products
 * @param agrees   whether they were those of a plain loop
 * @param times    how long products took
 */
record BlasTrial(String core, Said verdict, boolean agrees, ProductTimes times) {
    /** The first start unpacks the library. */
    private static final int PATIENCE_SECONDS = 60;
    private static final String CORE = "Core: ";
    /** What the process of its own prints. */
    private static final String AGREES = "agrees";
    private static final String DIFFERS = "differs";
    /** How the Java machine tells of an instruction that the processor does not know, on POSIX and on Windows; the shell's code for it. */
    private static final Pattern ILLEGAL = Pattern.compile("(?m)^#\\s+(SIGILL|EXCEPTION_ILLEGAL_INSTRUCTION)\\b");
    private static final int ILLEGAL_CODE = 132;
    /** What is as true at the next start. All else is of the moment: time, memory, room on the disk, somebody who ended it. */
    private static final Set<String> LASTING = Set.of("blas.agrees", "blas.differs", "blas.illegal");

    /** Asks with OpenBLAS's own choice, or with the kernels named. */
    static BlasTrial run(String... core) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ErrorFileToStdout", "-XX:-CreateCoredumpOnCrash", "-D" + Natives.PROPERTY + "=" + Natives.folder(),
                ProgramNatives.option(), "-cp", ProgramClasses.path(), BlasTrial.class.getName()));
        command.addAll(List.of(core));
        try {
            return ChildProcess.ask(command, Map.of("OPENBLAS_VERBOSE", "2"), PATIENCE_SECONDS).map(BlasTrial::read)
                    .orElse(failed(Said.of("blas.late")));
        } catch (IOException e) {
            LoggerFactory.getLogger(BlasTrial.class).warn("OpenBLAS could not be tried", e);
            return failed(Said.of("blas.untried"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Said.of("blas.interrupted"));
        }
    }

    private static BlasTrial failed(Said why) {
        return new BlasTrial("", why, false, ProductTimes.UNKNOWN);
    }

    static BlasTrial read(ChildProcess.Answer answer) {
        String core = line(answer, CORE).map(line -> line.substring(CORE.length()).strip()).orElse("");
        if (answer.code() == 0 && line(answer, AGREES).isPresent()) {
            ProductTimes times = line(answer, ProductTimes.START).map(ProductTimes::read).orElse(ProductTimes.UNKNOWN);
            return new BlasTrial(core, Said.of("blas.agrees"), true, times);
        }
        return new BlasTrial(core, line(answer, DIFFERS).isPresent() ? Said.of("blas.differs") : ended(answer), false,
                ProductTimes.UNKNOWN);
    }

    private static Said ended(ChildProcess.Answer answer) {
        boolean illegal = answer.code() == ILLEGAL_CODE || answer.code() != 0 && ILLEGAL.matcher(answer.text()).find();
        return illegal ? Said.of("blas.illegal") : Said.of("blas.ended", answer.code());
    }

    /** Whether these kernels and no others were taken, and their products agree. */
    boolean ran(String wanted) {
        return agrees && core.equalsIgnoreCase(wanted);
    }

    /** Whether this is an answer about the kernels, and not about the moment in which they were tried. */
    boolean lasting() {
        return LASTING.contains(verdict.key());
    }

    private static Optional<String> line(ChildProcess.Answer answer, String start) {
        return answer.text().lines().filter(line -> line.startsWith(start)).findFirst();
    }

    /** In the process of its own. */
    public static void main(String[] core) {
        ProgramNatives.loadFirst();
        if (core.length > 0) {
            ProcessVariable.set(OpenBlas.VARIABLE, core[0]);
        }
        ProgramNatives.loadAll();
        boolean agrees = ProductCheck.allAgree();
        System.out.println(agrees ? AGREES : DIFFERS);
        if (agrees) {
            System.out.println(ProductTimes.measured().line());
        }
    }
}
