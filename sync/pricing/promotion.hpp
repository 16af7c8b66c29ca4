// The promotion form, version 1, as structs: what a shop may offer. Holds what
// was read and checked; decides nothing about any cart.
#pragma once

#include "sync/pricing/amounts.hpp"
#include "sync/pricing/local_moment.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guitai::pricing {

enum class PromotionKind { unit, set, order, gift, points, delivery, issue };

// What an offer may share a unit with; bits, because an offer names several.
using Classes = std::uint8_t;
constexpr Classes class_price{1};
constexpr Classes class_line{2};
constexpr Classes class_order{4};
constexpr Classes class_coupon{8};
constexpr Classes class_points{16};
constexpr Classes class_none{0}; // points, delivery and issue stack with everything.

struct Selector {
    bool all{false};
    std::vector<std::string> skus{};
    std::vector<std::string> styles{};
    std::vector<std::string> categories{}; // A path takes everything under it.
    std::vector<std::string> tags{};
    std::vector<std::string> collections{};
};

struct Scope {
    Selector takes{.all = true};
    std::optional<Selector> except{};
};

// Half open: `to` is the first minute outside. One that ends before it begins runs over midnight.
struct DailySpan {
    int from{0};
    int to{0};
};

struct When {
    std::optional<LocalMoment> from{};
    std::optional<LocalMoment> to{};
    std::uint8_t weekdays{0}; // Bit 1 Monday … bit 7 Sunday; 0: every day.
    std::vector<DailySpan> daily{};
};

struct BirthdayRule {
    std::optional<std::int64_t> within_days{}; // Nothing: the whole month.
};

// All that is given must hold, and the customer must be a member.
struct Who {
    std::vector<std::string> tiers{};
    std::optional<BirthdayRule> birthday{};
    bool first_purchase{false};
};

struct Off {
    // `member_price` is what the catalogue says of each article; no form can ask for it.
    enum class How { percent, amount, price, prices, member_price };

    How how{How::percent};
    Minor value{0}; // Basis points, fen off, or the price it comes down to.
    std::map<std::string, Minor> prices{};
};

struct Step {
    std::optional<Minor> amount{};
    std::optional<std::int64_t> quantity{};
    Off off{};             // Of an order promotion.
    std::int64_t units{1}; // Of a gift promotion.
};

struct Part {
    Scope scope{};
    std::int64_t quantity{1};
    std::optional<Off> off{};
};

enum class SetReward { ranks, price, percent, parts };
enum class Measure { list, line, order };

struct Promotion {
    std::string id{};
    std::string name_zh{};
    std::string name_en{};
    PromotionKind kind{PromotionKind::unit};
    Classes cls{class_line}; // One bit, or none.
    Classes stacks{0};
    Scope scope{};
    When when{};
    std::optional<Who> who{};
    std::vector<std::string> stores{}; // None: all.
    bool needs_coupon{false};
    std::string group{};
    std::int64_t priority{0};
    std::optional<Minor> cap{};
    std::optional<std::int64_t> per_ticket{};
    std::optional<std::int64_t> per_member{};
    bool earns_points{true};
    bool shares_on_return{false};
    std::string funding{};
    std::string reason{};

    Off off{};                    // unit
    std::int64_t min_quantity{0}; // unit
    Minor min_amount{0};          // unit, delivery, issue
    Minor round_to{1};            // unit, set
    std::vector<Part> parts{};    // set
    SetReward reward{SetReward::ranks};
    std::vector<std::int64_t> ranks{}; // set, basis points, never falling
    std::int64_t set_percent{0};       // set, basis points
    Minor price{0};                    // set: of the whole set; gift: of each
    std::vector<Step> steps{};         // order, gift; rising
    bool repeat{false};                // order, gift, issue
    Measure measure{Measure::order};
    Scope gifts{};              // gift
    std::int64_t multiplier{0}; // points, percent
    Minor fee{0};               // delivery
    std::string coupon{};       // issue
    std::int64_t valid_days{0}; // issue
    std::int64_t starts_after_days{0};

    [[nodiscard]] std::int64_t set_size() const
    {
        std::int64_t size{0};
        for (const Part& part : parts) size += part.quantity;
        return size;
    }
};

struct PromotionBook {
    std::int64_t revision{0};
    std::string currency{};
    std::vector<Promotion> promotions{};
};

} // namespace guitai::pricing
