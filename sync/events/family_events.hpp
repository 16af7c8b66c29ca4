// Members who belong together: one person who was entered twice, and a family of three generations with one purse.
// A lot of points keeps who earned it, whatever purse it lies in.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/member_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

// Down: `merged` is `kept` under another number. Every paper that names `merged` stays as it is.
struct MembersMerged {
    static constexpr std::string_view kind{"members_merged"};

    MemberId kept, merged;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("kept", &MembersMerged::kept),
                     field("merged", &MembersMerged::merged),
                     field("staff", &MembersMerged::staff));
    }

    bool operator==(const MembersMerged&) const = default;
};

// Down: that was a mistake. Each has again what came under its own number.
struct MembersParted {
    static constexpr std::string_view kind{"members_parted"};

    MemberId kept, merged;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("kept", &MembersParted::kept),
                     field("merged", &MembersParted::merged),
                     field("staff", &MembersParted::staff));
    }

    bool operator==(const MembersParted&) const = default;
};

// Up: a member wants to share the purse of another's family, or to leave it. The head office decides.
struct FamilyAsked {
    static constexpr std::string_view kind{"family_asked"};

    MemberId member;
    MemberId with; // Somebody of that family, or its first other member; empty: she leaves hers.
    Generation generation{Generation::parent};
    PlaceCode store;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &FamilyAsked::member),
                     field("with", &FamilyAsked::with),
                     field("generation", &FamilyAsked::generation),
                     field("store", &FamilyAsked::store),
                     field("staff", &FamilyAsked::staff));
    }

    bool operator==(const FamilyAsked&) const = default;
};

// Down: what she has and will earn lies in that purse from now on.
struct FamilyJoined {
    static constexpr std::string_view kind{"family_joined"};

    MemberId member;
    std::string account; // The family's purse: the number of the member who began it.
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &FamilyJoined::member),
                     field("account", &FamilyJoined::account),
                     field("source_origin", &FamilyJoined::source_origin),
                     field("source_number", &FamilyJoined::source_number));
    }

    bool operator==(const FamilyJoined&) const = default;
};

// Down: what is left of what she earned, and what she owes, goes with her.
struct FamilyMemberLeft {
    static constexpr std::string_view kind{"family_member_left"};

    MemberId member;
    std::string account; // That she leaves …
    std::string to; // … and her own.
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &FamilyMemberLeft::member),
                     field("account", &FamilyMemberLeft::account),
                     field("to", &FamilyMemberLeft::to),
                     field("source_origin", &FamilyMemberLeft::source_origin),
                     field("source_number", &FamilyMemberLeft::source_number));
    }

    bool operator==(const FamilyMemberLeft&) const = default;
};

} // namespace guitai
