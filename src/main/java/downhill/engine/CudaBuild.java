package downhill.engine;

/** Whether ND4J's CUDA backend was built in, found out without loading any of it. */
final class CudaBuild {
    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

    private CudaBuild() {
    }

    static boolean present() {
        return CudaBuild.class.getClassLoader().getResource(BACKEND) != null;
    }
}
