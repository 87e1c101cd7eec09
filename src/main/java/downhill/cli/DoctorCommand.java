package downhill.cli;

import downhill.engine.Backend;
import downhill.engine.CacheFolder;
import downhill.engine.GpuDecision;
import downhill.engine.GpuDevice;
import downhill.engine.Natives;
import downhill.engine.OpenBlas;
import downhill.store.Application;
import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        Map<String, Object> facts = facts();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            facts.replaceAll((key, value) -> value instanceof Said said ? said.toString() : value);
            out.print(JsonOutput.ordered(facts));
        } else {
            int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
            facts.forEach((key, value) -> out.println(key + " ".repeat(width - key.length() + 2)
                    + (value == null ? "-" : HarmlessPrinter.text(out, value))));
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> facts() {
        GpuDecision decision = GpuDecision.ask();
        Backend backend = Backend.current();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("backend", backend.name());
        facts.put("reason", Backend.cudaBuilt() || System.getProperty(Backend.PROPERTY) != null ? backend.reason()
                : decision.reason());
        facts.put("advice", decision.advice());
        facts.put("gpuUsed", backend.kind() == Backend.Kind.CUDA);
        facts.put("gpu", decision.device().map(GpuDevice::name).orElse(null));
        facts.put("gpuCapability", decision.device().map(GpuDevice::capability).orElse(null));
        facts.put("gpuMemory", decision.device().map(GpuDevice::memory).orElse(null));
        facts.put("openblasVersion", OpenBlas.version());
        facts.put("openblasCore", OpenBlas.core().orElse(null));
        facts.put("openblasReason", OpenBlas.reason());
        facts.put("openblasCheck", OpenBlas.check());
        facts.put("openblasThreads", 1);
        facts.put("threads", Runtime.getRuntime().availableProcessors());
        versions(facts);
        space(facts);
        return facts;
    }

    private static void versions(Map<String, Object> facts) {
        facts.put("downhill", Application.version());
        facts.put("java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        facts.put("nd4j", Backend.nd4jVersion());
        facts.put("javafx", javafx());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        facts.put("cores", Runtime.getRuntime().availableProcessors());
    }

    private static void space(Map<String, Object> facts) {
        Path folder = Natives.folder();
        facts.put("heapMegabytes", Runtime.getRuntime().maxMemory() / MEGA);
        facts.put("nativesFolder", folder.toString());
        facts.put("nativesUnpacked", Natives.unpacked());
        facts.put("nativesFreeMegabytes", folder.toFile().getUsableSpace() / MEGA);
        facts.put("cacheFolder", CacheFolder.path().toString());
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
