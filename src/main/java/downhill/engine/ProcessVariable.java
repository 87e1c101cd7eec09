package downhill.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/**
 * Sets a variable of this process for libraries that are loaded later. Java has no way to, and OpenBLAS reads its variables
 * while it is loaded. JavaCPP's library does: it calls any C function that takes one address, which is how it frees memory,
 * and {@code putenv} is such a function. Neither Java's own copy of the environment nor child processes see the variable.
 */
final class ProcessVariable {
    /** The environment holds the texts themselves, so they are never freed. */
    private static final List<Pointer> KEPT = new ArrayList<>();

    private ProcessVariable() {
    }

    /** Whether it could be set. Loads JavaCPP's library and nothing else. */
    static synchronized boolean set(String name, String value) {
        try {
            Loader.load(Pointer.class);
            Pointer putenv = Loader.addressof(windows() ? "_putenv" : "putenv");
            if (putenv == null) {
                return false;
            }
            KEPT.add(new BytePointer(name + "=" + value));
            call(putenv, KEPT.get(KEPT.size() - 1));
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static void call(Pointer function, Pointer argument) throws ReflectiveOperationException {
        Class<?> type = Arrays.stream(Pointer.class.getDeclaredClasses())
                .filter(inner -> inner.getSimpleName().equals("NativeDeallocator")).findFirst().orElseThrow(ClassNotFoundException::new);
        Constructor<?> make = type.getDeclaredConstructor(Pointer.class, long.class, long.class);
        Method call = type.getDeclaredMethod("deallocate", long.class, long.class);
        make.setAccessible(true);
        call.setAccessible(true);
        call.invoke(make.newInstance(argument, argument.address(), function.address()), argument.address(), function.address());
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    }
}
