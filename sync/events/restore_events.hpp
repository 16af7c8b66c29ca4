// The head office was put back to an older copy of its books while points were out at
// tills: a new history begins, and nothing is lent until every till has shown what it holds.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/lease_events.hpp"
#include "sync/events/money.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// Down: everything after the event before this one may have been another story once.
struct OfficeRestored {
    static constexpr std::string_view kind{"office_restored"};

    std::string generation; // The name of the history that begins here …
    std::string before; // … and of the one that was put back.
    std::string cause; // How it was known: witness, till or operator.
    std::string detail; // For people.
    TillNumber tills_through{0}; // Numbers up to this one were given to tills, also to those these books forgot.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("generation", &OfficeRestored::generation),
                     field("before", &OfficeRestored::before),
                     field("cause", &OfficeRestored::cause),
                     field("detail", &OfficeRestored::detail),
                     field("tills_through", &OfficeRestored::tills_through));
    }

    bool operator==(const OfficeRestored&) const = default;
};

// Down: a till showed the grants that it had heard of and these books forgot. They are out, as they
// were; what the till did with them follows with its events, up to `through`.
struct LeasesShown {
    static constexpr std::string_view kind{"leases_shown"};

    TillNumber till{0};
    std::string generation;
    std::int64_t through{0}; // The last event of the till when it showed them; −1: more of them follow.
    std::vector<LeaseGranted> grants; // As they were said when each lease was new.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &LeasesShown::till),
                     field("generation", &LeasesShown::generation),
                     field("through", &LeasesShown::through),
                     field("grants", &LeasesShown::grants));
    }

    bool operator==(const LeasesShown&) const = default;
};

// Down: a person declared that a till is not waited for. Until it comes after all, the firm may
// lose what it holds beyond what these books know of, at most the two bounds.
struct TillGoneWithout {
    static constexpr std::string_view kind{"till_gone_without"};

    TillNumber till{0};
    std::string generation;
    std::int64_t bound_points{0};
    Money bound_value;
    StaffName approved_by;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &TillGoneWithout::till),
                     field("generation", &TillGoneWithout::generation),
                     field("bound_points", &TillGoneWithout::bound_points),
                     field("bound_value_minor", &TillGoneWithout::bound_value),
                     field("approved_by", &TillGoneWithout::approved_by));
    }

    bool operator==(const TillGoneWithout&) const = default;
};

// Down: every till has reported or is not waited for; points are lent again.
struct OfficeRecovered {
    static constexpr std::string_view kind{"office_recovered"};

    std::string generation;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("generation", &OfficeRecovered::generation));
    }

    bool operator==(const OfficeRecovered&) const = default;
};

} // namespace guitai
