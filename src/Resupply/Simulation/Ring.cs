namespace Resupply.Simulation;

/// <summary>First in, first out, with a head that may be changed in place. It doubles when full and is kept.</summary>
public sealed class Ring<T>
    where T : struct
{
    private T[] elements = new T[8];
    private int head;

    public int Count { get; private set; }

    public ref T Head => ref elements[head];

    public void Clear() => (head, Count) = (0, 0);

    public void Add(in T element)
    {
        if (Count == elements.Length) Double();
        elements[(head + Count) & (elements.Length - 1)] = element;
        Count++;
    }

    public void RemoveHead()
    {
        head = (head + 1) & (elements.Length - 1);
        Count--;
    }

    private void Double()
    {
        var grown = new T[elements.Length * 2];
        for (var i = 0; i < Count; i++) grown[i] = elements[(head + i) & (elements.Length - 1)];
        (elements, head) = (grown, 0);
    }
}
