package groovy.lang;

/**
 * Nothing is ever one of these. At each start picocli asks whether Groovy is there by looking for a class of this name; looking for it in vain
 * opens every library on the class path, which takes longer than most commands.
 */
public abstract class Closure {
    private Closure() {
    }
}
