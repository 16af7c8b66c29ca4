// A struct and its list of fields must say the same, which the compiler can
// not check: a member left out of the list is silently never sent.
#include "sync/events/event.hpp"

#include "tests/events/sample.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>

using namespace guitai;

namespace {

struct Anything {
    template<typename T>
    operator T() const; // NOLINT(google-explicit-constructor): stands in for any member.
};

// How many values the aggregate T can be made of: the number of its members.
template<typename T, typename... Values>
consteval std::size_t count_members()
{
    if constexpr (requires { T{Values{}..., Anything{}}; }) {
        return count_members<T, Values..., Anything>();
    } else {
        return sizeof...(Values);
    }
}

template<typename T>
concept HasFields = requires { T::fields([](const auto&...) {}); };

template<typename Body>
struct IsList : std::false_type {
};
template<typename T>
struct IsList<std::vector<T>> : std::true_type {
};

using Listed = std::map<std::string, bool>;

// Walks T's fields and those of the structs inside, telling for each path
// whether `value` differs from what an empty one would hold.
template<typename T>
void list_fields(const std::string& path, const T& value, Listed& listed)
{
    if constexpr (HasFields<T>) {
        T::fields(
            [&](const auto&... f) { (list_fields(path + "." + std::string{f.name}, value.*f.member, listed), ...); });
    } else if constexpr (IsList<T>::value) {
        listed[path] = listed[path] || !value.empty();
        for (const auto& item : value) list_fields(path + "[]", item, listed);
    } else {
        listed[path] = listed[path] || value != T{};
    }
}

// Members that start as something else than T{}: the fresh body tells.
template<typename Body>
void note_defaults(const Body& body, Listed& listed)
{
    const Body fresh;
    Body::fields(
        [&](const auto&... f) {
            const auto note = [&](const auto& one) {
                if constexpr (!HasFields<std::decay_t<decltype(body.*one.member)>>) {
                    listed["." + std::string{one.name}] = body.*one.member != fresh.*one.member;
                }
            };
            (note(f), ...);
        });
}

template<typename T>
void check_list(const std::string& name)
{
    INFO(name);
    const std::size_t listed{T::fields([](const auto&... f) { return sizeof...(f); })};
    CHECK(listed == count_members<T>());

    const T body{};
    const auto address = [&](const auto& f) {
        return static_cast<const char*>(static_cast<const void*>(&(body.*f.member)));
    };
    const auto addresses = T::fields([&](const auto&... f) { return std::vector<const char*>{address(f)...}; });
    CHECK(std::is_sorted(addresses.begin(), addresses.end())); // Two swapped names would not be.
    CHECK(std::adjacent_find(addresses.begin(), addresses.end()) == addresses.end());

    // The structs inside, and those in lists.
    T::fields(
        [&](const auto&... f) {
            const auto inside = [&](const auto& one) {
                using Member = std::decay_t<decltype(body.*one.member)>;
                const std::string path{name + "." + std::string{one.name}};
                if constexpr (HasFields<Member>) check_list<Member>(path);
                if constexpr (IsList<Member>::value) {
                    if constexpr (HasFields<typename Member::value_type>) check_list<typename Member::value_type>(path);
                }
            };
            (inside(f), ...);
        });
}

template<std::size_t... Index>
void check_all_lists(std::index_sequence<Index...>)
{
    (check_list<std::variant_alternative_t<Index + 1, AnyEvent>>(
         std::string{std::variant_alternative_t<Index + 1, AnyEvent>::kind}),
     ...);
}

} // namespace

TEST_CASE("every event lists each of its fields once, in the order of the struct")
{
    check_all_lists(std::make_index_sequence<std::variant_size_v<AnyEvent> - 1>{});
}

TEST_CASE("a golden sample shows every field with something in it")
{
    for (const std::string& kind : tests::all_kinds()) {
        const auto samples = tests::samples_of(kind);
        if (samples.empty()) continue; // Missed by another test.
        const auto event = decode(tests::line_of(samples.back()));
        REQUIRE(event);
        Listed listed;
        std::visit(
            [&](const auto& body) {
                if constexpr (HasFields<std::decay_t<decltype(body)>>) {
                    list_fields("", body, listed);
                    note_defaults(body, listed);
                }
            },
            event->body);
        for (const auto& [path, shown] : listed) {
            INFO(kind << path << " has its default in " << samples.back());
            CHECK(shown);
        }
    }
}
