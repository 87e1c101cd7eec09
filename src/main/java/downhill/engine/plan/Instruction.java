package downhill.engine.plan;

/** One bound piece of work: everything it reads and writes was fixed when it was made. Allocates nothing. */
public interface Instruction {
    void run();
}
