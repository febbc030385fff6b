package huisheng.index;

/** Whether an answer is still wanted; asked again and again by long passes, from the thread that works. */
@FunctionalInterface
public interface Stop {
    Stop NEVER = () -> false;

    boolean wanted();
}
