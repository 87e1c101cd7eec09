package downhill.cli;

import downhill.engine.Backend;
import downhill.engine.CacheFolder;
import downhill.engine.GpuDecision;
import downhill.engine.GpuDevice;
import downhill.engine.Natives;
import downhill.engine.OpenBlas;
import downhill.engine.train.OpenClChoice;
import downhill.store.Application;
import downhill.store.Policy;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine offers and what Downhill makes of it. */
@Command(name = "doctor", description = "Say what trainings are computed on and why; versions, memory, space.")
final class DoctorCommand implements Callable<Integer> {
    private static final Pattern JAVAFX = Pattern.compile("javafx-base-(\\d[\\d.]*\\d)");
    private static final long MEGA = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        NamedFacts facts = facts();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(facts.json());
        } else {
            facts.print(out, 0);
        }
        return ExitCode.DONE;
    }

    private static NamedFacts facts() {
        GpuDecision decision = GpuDecision.ask();
        Backend backend = Backend.current();
        NamedFacts facts = new NamedFacts();
        facts.put("doctor.backend", backend.name());
        facts.put("doctor.reason", Backend.cudaBuilt() || System.getProperty(Backend.PROPERTY) != null ? backend.reason()
                : decision.reason());
        facts.put("doctor.advice", decision.advice());
        facts.put("doctor.gpuUsed", backend.kind() == Backend.Kind.CUDA);
        facts.put("doctor.gpu", decision.device().map(GpuDevice::name).orElse(null));
        facts.put("doctor.gpuCapability", decision.device().map(GpuDevice::capability).orElse(null));
        facts.put("doctor.gpuMemory", decision.device().map(GpuDevice::memory).orElse(null));
        opencl(facts);
        facts.put("doctor.openblasVersion", OpenBlas.version());
        facts.put("doctor.openblasCore", OpenBlas.core().orElse(null));
        facts.put("doctor.openblasReason", OpenBlas.reason());
        facts.put("doctor.openblasCheck", OpenBlas.check());
        facts.put("doctor.openblasThreads", 1);
        facts.put("doctor.threads", Runtime.getRuntime().availableProcessors());
        versions(facts);
        space(facts);
        return facts;
    }

    private static void opencl(NamedFacts facts) {
        OpenClChoice choice = OpenClChoice.current();
        facts.put("doctor.opencl", choice.devices().isEmpty() ? null : choice.devices().stream()
                .map(device -> device.name() + " (" + device.driver() + ")").collect(Collectors.joining("; ")));
        facts.put("doctor.openclUsed", choice.device().isPresent());
        facts.put("doctor.openclReason", choice.reason());
        facts.put("doctor.openclCheck", choice.check().isEmpty() ? null : choice.check());
    }

    private static void versions(NamedFacts facts) {
        facts.put("doctor.downhill", Application.version());
        facts.put("doctor.java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        facts.put("doctor.nd4j", Backend.nd4jVersion());
        facts.put("doctor.javafx", javafx());
        facts.put("doctor.system", Stream.of("os.name", "os.version", "os.arch").map(System::getProperty).collect(Collectors.joining(" ")));
        facts.put("doctor.cores", Runtime.getRuntime().availableProcessors());
    }

    private static void space(NamedFacts facts) {
        Path folder = Natives.folder();
        facts.put("doctor.heapMegabytes", Runtime.getRuntime().maxMemory() / MEGA);
        facts.put("doctor.nativesFolder", folder.toString());
        facts.put("doctor.nativesUnpacked", Natives.unpacked());
        facts.put("doctor.nativesFreeMegabytes", folder.toFile().getUsableSpace() / MEGA);
        facts.put("doctor.cacheFolder", CacheFolder.path().toString());
        facts.put("doctor.policy", Policy.here().told().orElse(null));
        facts.put("doctor.screen", ScreenKind.here(System.getProperty("os.name", ""), System.getenv()));
    }

    private static String javafx() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Matcher matcher = JAVAFX.matcher(entry);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return jarsBeside();
    }

    /** The launcher's class path is one wildcard, which Java has unfolded; from classes there is no jar to name. */
    private static String jarsBeside() {
        String home = System.getProperty("downhill.home");
        String[] names = home == null ? null : new File(home, "lib").list();
        for (String name : names == null ? new String[0] : names) {
            Matcher matcher = JAVAFX.matcher(name);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "unknown";
    }
}
