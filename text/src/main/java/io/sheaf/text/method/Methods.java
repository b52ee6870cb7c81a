package io.sheaf.text.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All methods there are: those of this library and those of other jars. Immutable.
public final class Methods {
  private final Map<String, Method> byId = new TreeMap<>();
  private final Set<String> builtIn;

  private Methods(Set<String> builtIn, List<Method> methods) {
    this.builtIn = builtIn;
    for (Method method : methods) {
      if (byId.put(method.id(), method) != null) {
        throw new IllegalArgumentException("two methods have the id " + method.id());
      }
    }
  }

  /// Those of this library and of all jars on the class path.
  public static Methods all() {
    List<Method> methods = new ArrayList<>(CharacterMethods.all());
    methods.addAll(WordMethods.all());
    methods.addAll(LexicalMethods.all());
    methods.addAll(ModelMethods.all());
    methods.addAll(TranslationMethods.all());
    Set<String> builtIn = methods.stream().map(Method::id).collect(Collectors.toSet());
    ServiceLoader.load(MethodProvider.class).forEach(other -> methods.addAll(other.methods()));
    return new Methods(builtIn, methods);
  }

  /// In the order of their identifiers.
  public Collection<Method> list() {
    return byId.values();
  }

  public Optional<Method> method(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Whether it is one of this library.
  public boolean isBuiltIn(String id) {
    return builtIn.contains(id);
  }

  public Collection<String> ids() {
    return byId.keySet();
  }
}
