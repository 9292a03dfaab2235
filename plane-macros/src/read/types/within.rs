//! What stands within the containers of the standard library. Whatever stands within a user's own type is that type's
//! concern.

use syn::{GenericArgument, Path, PathArguments, Type};

use super::{Wrapper, last, peel, unwrap};

/// Containers that serde writes as lists.
const LISTS: [&str; 6] = ["BTreeSet", "BinaryHeap", "HashSet", "LinkedList", "Vec", "VecDeque"];

/// Types that serde writes as the value within them.
const POINTERS: [&str; 5] = ["Arc", "Box", "Cow", "Option", "Rc"];

const MAPS: [&str; 2] = ["BTreeMap", "HashMap"];

/// Returns the type without each `Patch` around a type within it, and the first such `Patch`.
pub(crate) fn without_patches(ty: &Type, krate: &Path) -> Option<(Type, Type)> {
    let (mut without, mut first) = (ty.clone(), None);
    // An `Option` or a `Patch` of a `Patch` is optional twice.
    if let Some((Wrapper::Option | Wrapper::Patch, inner)) = unwrap(ty, krate)
        && let Some((Wrapper::Option | Wrapper::Patch, _)) = unwrap(inner, krate)
    {
        return None;
    }
    remove_patches(&mut without, krate, &mut first);
    Some((without, first?))
}

fn remove_patches(ty: &mut Type, krate: &Path, first: &mut Option<Type>) {
    for child in children_mut(ty) {
        while let Some((Wrapper::Patch, inner)) = unwrap(child, krate) {
            let inner = inner.clone();
            let patch = std::mem::replace(child, inner);
            first.get_or_insert(patch);
        }
        remove_patches(child, krate, first);
    }
}

/// Returns `true` if the type contains a list whose items are lists, or maps if `or_maps` is `true`.
pub(crate) fn has_nested_list(ty: &Type, or_maps: bool) -> bool {
    let ty = pointee(ty);
    let is_inner = |item: &Type| is_list(item) || or_maps && is_named_in(pointee(item), &MAPS);
    let mut ty = ty.clone();
    let is_outer = is_list(&ty);
    children_mut(&mut ty)
        .into_iter()
        .any(|child| is_outer && is_inner(child) || has_nested_list(child, or_maps))
}

/// Returns `true` if serde writes the type as a list, by its name or syntax.
pub(crate) fn is_list(ty: &Type) -> bool {
    match pointee(ty) {
        Type::Array(_) | Type::Slice(_) => true,
        Type::Tuple(tuple) => !tuple.elems.is_empty(),
        ty => is_named_in(ty, &LISTS),
    }
}

/// Returns the type behind references and types that serde writes as the value within them.
fn pointee(ty: &Type) -> &Type {
    match peel(ty) {
        Type::Reference(reference) => pointee(&reference.elem),
        ty if is_named_in(ty, &POINTERS) => {
            let PathArguments::AngleBracketed(arguments) = &last_arguments(ty) else { return ty };
            let inner = arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(inner) => Some(inner),
                _ => None,
            });
            inner.map_or(ty, pointee)
        }
        ty => ty,
    }
}

fn last_arguments(ty: &Type) -> &PathArguments {
    last(ty).map_or(&PathArguments::None, |last| &last.arguments)
}

fn is_named_in(ty: &Type, names: &[&str]) -> bool {
    last(ty).is_some_and(|last| names.iter().any(|name| last.ident == name))
}

/// Returns the types directly within a container.
fn children_mut(ty: &mut Type) -> Vec<&mut Type> {
    let is_container =
        [&LISTS[..], &POINTERS, &MAPS, &["Patch"]].iter().any(|it| is_named_in(ty, it));
    match ty {
        Type::Group(group) => children_mut(&mut group.elem),
        Type::Paren(paren) => children_mut(&mut paren.elem),
        Type::Reference(reference) => vec![&mut reference.elem],
        Type::Array(array) => vec![&mut array.elem],
        Type::Slice(slice) => vec![&mut slice.elem],
        Type::Tuple(tuple) => tuple.elems.iter_mut().collect(),
        Type::Path(path) if is_container => {
            let last = path.path.segments.last_mut();
            let Some(PathArguments::AngleBracketed(arguments)) = last.map(|it| &mut it.arguments)
            else {
                return Vec::new();
            };
            let types = arguments.args.iter_mut().filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            types.collect()
        }
        _ => Vec::new(),
    }
}
