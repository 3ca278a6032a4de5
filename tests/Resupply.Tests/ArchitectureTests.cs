using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Resupply.Values;

namespace Resupply.Tests;

/// <summary>The folders of the library, lowest first. Code may use only what stands before it here.</summary>
public class ArchitectureTests
{
    private static readonly string[] Folders =
    [
        "Values", "Language", "Simulation", "Forecasting", "Supply", "Readiness", "Production", "Facts", "Evidence",
        "Exact", "Answers", "Scoring", "Planning",
    ];

    private static readonly string[] Allowed = ["YamlDotNet", "MathNet.Numerics"];

    private static Assembly Library => typeof(Day).Assembly;

    [Fact]
    public void Folders_use_only_lower_folders()
    {
        using var library = ModuleDefinition.ReadModule(Library.Location);
        var wrong =
            from type in library.GetTypes()
            where IsOurs(type)
            from used in UsedBy(type)
            where IsOurs(used) && Level(used) > Level(type)
            select $"{Outermost(type).FullName} must not use {used.FullName}";
        Complaints.None(wrong.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_folder_has_its_place() => Complaints.None(Library.GetTypes()
        .Select(type => type.Namespace)
        .OfType<string>()
        .Where(name => name.StartsWith("Resupply.", StringComparison.Ordinal) && !Folders.Contains(name.Split('.')[1]))
        .Distinct(StringComparer.Ordinal)
        .Select(name => $"{name}: give it its place in the order of the folders, or move it into one"));

    [Fact]
    public void The_library_depends_on_little_but_the_framework() => Complaints.None(Library.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !Allowed.Contains(name)));

    [Fact]
    public void An_interface_has_at_least_two_implementations() => Complaints.None(Library.GetTypes()
        .Where(type => type.IsInterface)
        .Where(type => Library.GetTypes().Count(other => !other.IsInterface && Implements(other, type)) < 2)
        .Select(type => $"{type.Name}: use the one class behind it"));

    private static bool Implements(Type type, Type contract) => type.GetInterfaces()
        .Any(given => (given.IsGenericType ? given.GetGenericTypeDefinition() : given) == contract);

    private static bool IsOurs(TypeReference type) => Outermost(type).Namespace.Split('.')[0] == "Resupply";

    /// <summary>The root namespace stands on top of all folders.</summary>
    private static int Level(TypeReference type) => Outermost(type).Namespace.Split('.') switch
    {
        [_, var folder, ..] => Array.IndexOf(Folders, folder),
        _ => Folders.Length,
    };

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type) => type.Fields
        .Select(field => field.FieldType)
        .Concat(type.Interfaces.Select(contract => contract.InterfaceType))
        .Concat(type.Methods.SelectMany(UsedBy))
        .Append(type.BaseType)
        .OfType<TypeReference>()
        .SelectMany(Parts);

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method)
    {
        var signature = method.Parameters.Select(given => given.ParameterType).Append(method.ReturnType);
        return !method.HasBody
            ? signature
            : signature
                .Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.Instructions.SelectMany(UsedBy));
    }

    private static IEnumerable<TypeReference> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    /// <summary>Of a list of stocks: the list and the stock.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type is GenericInstanceType generic
        ? generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType)
        : [type.GetElementType()];
}
