// What is being priced: goods, keyed-in discounts and the facts of the moment,
// all brought by the caller. It asks no clock, no member book and no catalogue.
#pragma once

#include "sync/events/points_rule.hpp"
#include "sync/pricing/amounts.hpp"
#include "sync/pricing/local_moment.hpp"
#include "sync/pricing/tax_mode.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai::pricing {

// More pieces than this are one piece too many to think about.
constexpr std::int64_t units_max{200'000};

// What the catalogue says of one SKU.
struct Article {
    std::string sku{};
    std::string style{};
    Minor price{0};
    Minor member_price{0}; // 0: members pay the same.
    std::vector<std::string> categories{};
    std::vector<std::string> tags{};
    std::vector<std::string> collections{};
    std::int64_t tax_rate{0}; // Basis points.
    bool weighed{false};
    bool discountable{true};
};

// Taken off a whole line by staff: a rate of each piece, or an amount shared over the line.
struct KeyedIn {
    std::optional<std::int64_t> percent{}; // Basis points.
    Minor amount{0};
    std::string reason{};
};

struct BasketLine {
    std::int64_t line{0};
    std::shared_ptr<const Article> article{};
    Minor unit{0};        // List price of one, or of one kilogram or metre.
    std::int64_t milli{0}; // Thousandths; whole pieces unless the article is weighed.
    std::optional<KeyedIn> keyed_in{};
    bool earns{true}; // False: points come later, when it is delivered.
};

struct MemberFacts {
    std::string tier{};
    std::optional<MonthDay> birthday{};
    std::int64_t sales{0};                     // Completed ones on file.
    std::map<std::string, std::int64_t> used{}; // Promotion id → uses so far.
};

struct HeldCoupon {
    std::string promotion{};
    std::string code{};
    std::optional<LocalMoment> from{};
    std::optional<LocalMoment> to{}; // The first moment outside.
};

struct Basket {
    std::vector<BasketLine> lines{};
    std::optional<MemberFacts> member{};
    std::string store{};
    LocalMoment now{};
    std::optional<LocalMoment> opened{}; // First line; nothing: now.
    std::int64_t hold_minutes{30};
    std::vector<HeldCoupon> coupons{};
    TaxMode tax_mode{TaxMode::included};
    Minor delivery_fee{0};
    Minor redeem_points{0}; // Their value in fen.
    std::int64_t minor_per_point{guitai::minor_per_point};
};

} // namespace guitai::pricing
