package downhill;

/** Composition root: builds the parts and hands control to the command line. */
public final class Downhill {
    private Downhill() {
    }

    public static void main(String[] arguments) {
        System.out.println("Downhill");
    }
}
