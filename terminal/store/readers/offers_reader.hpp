// Promotions by revision, read once and kept; coupons and uses as the projection counts them.
#pragma once

#include "sync/database/database.hpp"
#include "sync/journal/journal.hpp"
#include "terminal/app/coupon_owners.hpp"
#include "terminal/app/ports.hpp"

#include <map>
#include <memory>

namespace guitai {

class OffersReader final : public OfferReader, public CouponOwners {
public:
    explicit OffersReader(database::Connection& connection) : m_connection{connection}, m_journal{connection} {}

    [[nodiscard]] std::shared_ptr<const pricing::Offers> in_force() const override;
    [[nodiscard]] std::shared_ptr<const pricing::Offers> of(std::int64_t revision) const override;
    [[nodiscard]] std::optional<Coupon> coupon(std::string_view code) const override;
    [[nodiscard]] std::vector<PromotionUse> uses(const MemberId& member) const override;
    [[nodiscard]] bool has_bought(const MemberId& member) const override;
    [[nodiscard]] MemberId owner_of(std::string_view code) const override;
    [[nodiscard]] bool is_given_to_members(std::string_view promotion) const override;

private:
    using Place = std::pair<std::int64_t, std::int64_t>; // Revision and part.

    [[nodiscard]] std::shared_ptr<const pricing::Offers> read(std::int64_t revision) const;

    database::Connection& m_connection;
    Journal m_journal;
    mutable Place m_newest{0, 0}; // What m_in_force was made of.
    mutable std::shared_ptr<const pricing::Offers> m_in_force;
    mutable std::map<std::int64_t, std::shared_ptr<const pricing::Offers>> m_read;
};

} // namespace guitai
