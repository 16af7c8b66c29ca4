// Places, the people who work there, and who allowed what.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

enum class PlaceKind { shop, warehouse };
template<>
struct Words<PlaceKind> {
    static constexpr std::array<std::pair<PlaceKind, std::string_view>, 2> all{{
        {PlaceKind::shop, "shop"},
        {PlaceKind::warehouse, "warehouse"},
    }};
};

// Down: a shop or warehouse exists and works like this.
struct PlaceSet {
    static constexpr std::string_view kind{"place_set"};

    PlaceCode place;
    std::string name;
    PlaceKind place_kind{PlaceKind::shop};
    bool tax_included{true};
    BasisPoints tax_rate{1'300}; // For items that name none.
    Money delivery_fee;
    std::int64_t utc_offset_minutes{480};
    bool test{false}; // A test shop prints a watermark and may turn its clock.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("place", &PlaceSet::place),
                     field("name", &PlaceSet::name),
                     field("place_kind", &PlaceSet::place_kind),
                     field("tax_included", &PlaceSet::tax_included),
                     field("tax_rate", &PlaceSet::tax_rate),
                     field("delivery_fee", &PlaceSet::delivery_fee),
                     field("utc_offset_minutes", &PlaceSet::utc_offset_minutes),
                     field("test", &PlaceSet::test));
    }

    bool operator==(const PlaceSet&) const = default;
};

// What a person may do; the least first.
enum class Role { clerk, adviser, owner, office, executive, privacy };
template<>
struct Words<Role> {
    static constexpr std::array<std::pair<Role, std::string_view>, 6> all{{
        {Role::clerk, "clerk"},
        {Role::adviser, "adviser"},
        {Role::owner, "owner"},
        {Role::office, "office"},
        {Role::executive, "executive"},
        {Role::privacy, "privacy"},
    }};
};

// Down: this person works in this shop with this PIN.
struct StaffSet {
    static constexpr std::string_view kind{"staff_set"};

    StaffName name;
    PlaceCode store;
    Role role{Role::clerk};
    std::string pin_hash; // Argon2id, libsodium's text form.
    bool active{true};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("name", &StaffSet::name),
                     field("store", &StaffSet::store),
                     field("role", &StaffSet::role),
                     field("pin_hash", &StaffSet::pin_hash),
                     field("active", &StaffSet::active));
    }

    bool operator==(const StaffSet&) const = default;
};

// Down: this till belongs to this shop.
struct TillEnrolled {
    static constexpr std::string_view kind{"till_enrolled"};

    std::int64_t till{0};
    PlaceCode store;
    std::string public_key; // Ed25519, hex.
    bool test{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &TillEnrolled::till),
                     field("store", &TillEnrolled::store),
                     field("public_key", &TillEnrolled::public_key),
                     field("test", &TillEnrolled::test));
    }

    bool operator==(const TillEnrolled&) const = default;
};

// Up: somebody typed a PIN for this name. Written before the PIN is looked at,
// so that no crash gives a try away.
struct SignInTried {
    static constexpr std::string_view kind{"sign_in_tried"};

    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("staff", &SignInTried::staff));
    }

    bool operator==(const SignInTried&) const = default;
};

// Up: the PIN was right; the tries before it are forgiven.
struct SignedIn {
    static constexpr std::string_view kind{"signed_in"};

    StaffName staff;
    Role role{Role::clerk};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("staff", &SignedIn::staff),
                     field("role", &SignedIn::role));
    }

    bool operator==(const SignedIn&) const = default;
};

// Up.
struct SignedOut {
    static constexpr std::string_view kind{"signed_out"};

    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("staff", &SignedOut::staff));
    }

    bool operator==(const SignedOut&) const = default;
};

// Up: a second person allowed what the first may not do alone.
struct OverrideGiven {
    static constexpr std::string_view kind{"override_given"};

    std::string action; // The dotted name of what was allowed: discount.line, …
    StaffName asked_by;
    StaffName approved_by;
    std::string reason;
    std::string subject; // The receipt, line or order it was about.
    Money amount;
    std::string phone_request{}; // Of a code that the head office gave by telephone: it names who gave it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("action", &OverrideGiven::action),
                     field("asked_by", &OverrideGiven::asked_by),
                     field("approved_by", &OverrideGiven::approved_by),
                     field("reason", &OverrideGiven::reason),
                     field("subject", &OverrideGiven::subject),
                     field("amount", &OverrideGiven::amount),
                     later_field("phone_request", &OverrideGiven::phone_request));
    }

    bool operator==(const OverrideGiven&) const = default;
};

} // namespace guitai
