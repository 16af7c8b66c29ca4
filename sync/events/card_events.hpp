// Asking a payment terminal. The question is written down before it is asked, under
// a key that a retry uses again: whatever breaks in between, it is known what to ask about.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace guitai {

// Up: the terminal is going to be asked.
struct CardAsked {
    static constexpr std::string_view kind{"card_asked"};

    std::string key; // Unique for ever; the terminal charges it once, however often it is asked.
    Money amount; // Below zero: back to the card.
    std::int64_t shift{0};
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("key", &CardAsked::key),
                     field("amount", &CardAsked::amount),
                     field("shift", &CardAsked::shift),
                     field("staff", &CardAsked::staff));
    }

    bool operator==(const CardAsked&) const = default;
};

// Given back: charged, but the ticket went another way, and the terminal undid it.
enum class CardOutcome { approved, declined, given_back };
template<>
struct Words<CardOutcome> {
    static constexpr std::array<std::pair<CardOutcome, std::string_view>, 3> all{{
        {CardOutcome::approved, "approved"},
        {CardOutcome::declined, "declined"},
        {CardOutcome::given_back, "given_back"},
    }};
};

// Up: what the terminal said, once for each key, or twice where it was given back.
struct CardAnswered {
    static constexpr std::string_view kind{"card_answered"};

    std::string key;
    CardOutcome outcome{CardOutcome::declined};
    std::string reference; // The slip's number, or the terminal's reason.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("key", &CardAnswered::key),
                     field("outcome", &CardAnswered::outcome),
                     field("reference", &CardAnswered::reference));
    }

    bool operator==(const CardAnswered&) const = default;
};

} // namespace guitai
