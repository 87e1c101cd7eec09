package downhill.engine;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What the Java machine has found the processor able to do, where the system has no file that says it. */
final class JavaFlags {
    private static final int AVX2 = 2;
    private static final String DIAGNOSTIC = "com.sun.management:type=HotSpotDiagnostic";

    private JavaFlags() {
    }

    static Processor processor() {
        String identifier = System.getenv("PROCESSOR_IDENTIFIER");
        String name = identifier == null ? System.getProperty("os.arch", "") : identifier;
        return new Processor(name.contains("AuthenticAMD") ? "AuthenticAMD" : "", name, flags());
    }

    /** AVX-512 is not among them: one number stands for it, which says too little of its parts. */
    private static Set<String> flags() {
        Set<String> flags = new TreeSet<>();
        if (value("UseAVX").matches("[" + AVX2 + "-9]")) {
            flags.add("avx2");
        }
        if (value("UseFMA").equals("true")) {
            flags.add("fma");
        }
        return flags;
    }

    /** Blank on another Java machine than HotSpot. */
    private static String value(String option) {
        try {
            Object answer = ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName(DIAGNOSTIC), "getVMOption",
                    new Object[] {option}, new String[] {String.class.getName()});
            return String.valueOf(((CompositeData) answer).get("value"));
        } catch (JMException | RuntimeException e) {
            return "";
        }
    }
}
