package huisheng;

/** Main. */
public final class Huisheng {
    private Huisheng() {}

    public static void main(String[] args) {}
}
