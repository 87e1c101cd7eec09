package downhill.engine.plan;

/** Makes memory and instructions in one number format. All views handed in live in memory of this machine. */
public interface Machine extends AutoCloseable {
    /** New memory, filled with zeros; lives until the machine is closed or the memory is no longer reachable. */
    Memory allocate(int length);

    Instruction kernel(KernelCode code);

    /** c ← a·b over the last two axes of each run; a and b may be transposed by their strides, but one of those must be 1. */
    Instruction matmul(int runs, ArrayView a, ArrayView b, ArrayView c);

    /**
     * c ← α·a·b + β·d; {@code a}, {@code b} and {@code c} as for {@link #matmul}, and c lies apart from all that is read.
     *
     * @param product α, with c as its value
     * @param addend  β·d, where d has the shape of c
     */
    default Instruction productSum(int runs, ArrayView a, ArrayView b, ArrayView c, ScaledView product, ScaledView addend) {
        Instruction multiplied = matmul(runs, a, b, c);
        Instruction added = kernel(KernelAssembler.sum(runs, product, addend));
        return () -> {
            multiplied.run();
            added.run();
        };
    }

    /** Patches of contiguous-per-run images [B, H, W, C] in any stride order → contiguous [B, OH, OW, C·k·k]. */
    Instruction unfold(int runs, ArrayView images, ArrayView patches, int kernel);

    /** Adds patches back into images; both contiguous within a run. */
    Instruction fold(int runs, ArrayView patches, ArrayView images, int kernel);

    /** Pools contiguous images [B, H, W, C]. */
    Instruction maxPool(int runs, ArrayView images, ArrayView pooled, int size);

    /** Gradient of pooling by the images, all three contiguous within a run. */
    Instruction maxPoolGradient(int runs, ArrayView images, ArrayView pooledGradient, ArrayView imageGradient, int size);

    /**
     * True where reading memory means waiting for a device: numbers that are wanted at each step are then better collected
     * there and read together.
     */
    default boolean remote() {
        return false;
    }

    /**
     * How long rows may be whose sums and largest values a kernel can use itself, each row after the other
     * ({@link KernelCode.Step#rows()}); 0 where kernels cannot.
     */
    default int longestRow() {
        return 0;
    }

    /**
     * This machine, with threads that help the one that runs its instructions, where an instruction is large enough: the same memory,
     * and no other bits. Closed with it.
     *
     * @param threads that may compute at once, the one that runs the instructions included
     */
    default Machine helped(int threads) {
        return this;
    }

    /** Frees all memory of this machine. Nothing made by it may be used afterwards. */
    @Override
    void close();
}
