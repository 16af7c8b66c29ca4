// How a customer was served: how far the talk came, what it cost her in time, and
// how she left. None of it costs the clerk a tap.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace guitai {

// The five steps of a talk at the counter (服务五步): learn what is wanted, show it,
// lead to the choice, advise, say goodbye. They are walked forward only.
inline constexpr std::int64_t talk_steps{5};

// One customer's talk, as far as it has come. A receipt and a miss of the same
// customer carry the same number, so that she is counted once.
struct Talk {
    std::int64_t number{0}; // 1, 2, 3 … per till; 0: from a till that did not count them.
    std::int64_t step{0}; // 1 to talk_steps; 0: it had not begun.
    std::int64_t taps{0}; // Touches, keys and scans that it took; 0: nobody counted.
    std::int64_t serving_ms{0}; // From the first line of the ticket until it was paid.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("number", &Talk::number),
                     field("step", &Talk::step),
                     field("taps", &Talk::taps),
                     field("serving_ms", &Talk::serving_ms));
    }

    bool operator==(const Talk&) const = default;
};

// Up: a customer left and took nothing, with the ticket begun.
struct TalkEnded {
    static constexpr std::string_view kind{"talk_ended"};

    PlaceCode store;
    StaffName staff;
    MemberId member;
    std::string business_date;
    Talk talk;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("store", &TalkEnded::store),
                     field("staff", &TalkEnded::staff),
                     field("member", &TalkEnded::member),
                     field("business_date", &TalkEnded::business_date),
                     field("talk", &TalkEnded::talk));
    }

    bool operator==(const TalkEnded&) const = default;
};

// How it was, in one tap of the customer's.
enum class Feeling { bad, fair, good };
template<>
struct Words<Feeling> {
    static constexpr std::array<std::pair<Feeling, std::string_view>, 3> all{{
        {Feeling::bad, "bad"},
        {Feeling::fair, "fair"},
        {Feeling::good, "good"},
    }};
};

// Up: the customer said how it was, on her own screen after paying. Once a receipt;
// who says nothing writes nothing.
struct FeelingGiven {
    static constexpr std::string_view kind{"feeling_given"};

    ReceiptNumber receipt;
    PlaceCode store;
    StaffName staff; // Who served her.
    MemberId member; // Empty for a stranger.
    std::string business_date;
    Feeling feeling{Feeling::good};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("receipt", &FeelingGiven::receipt),
                     field("store", &FeelingGiven::store),
                     field("staff", &FeelingGiven::staff),
                     field("member", &FeelingGiven::member),
                     field("business_date", &FeelingGiven::business_date),
                     field("feeling", &FeelingGiven::feeling));
    }

    bool operator==(const FeelingGiven&) const = default;
};

} // namespace guitai
