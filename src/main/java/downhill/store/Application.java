package downhill.store;

/** The program as files name it. */
public final class Application {
    private static final String UNPACKAGED = "0.1.0";

    private Application() {
    }

    /** Version from the program's jar, or that of the sources where it runs from classes. */
    public static String version() {
        String packaged = Application.class.getPackage().getImplementationVersion();
        return packaged == null ? UNPACKAGED : packaged;
    }
}
