// Promotions out of a text, and coupons and uses as a test says them.
#pragma once

#include "sync/pricing/read_promotions.hpp"
#include "terminal/app/coupon_owners.hpp"
#include "terminal/app/ports.hpp"

#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>

namespace guitai::test {

// A form of promotions, version 1, around `promotions`, the rows of its list.
inline std::string form_of(std::int64_t revision, const std::string& promotions)
{
    return R"({"format": "guitai.promotions", "version": 1, "currency": "CNY", "revision": )" +
           std::to_string(revision) + R"(, "promotions": [)" + promotions + "]}";
}

inline std::shared_ptr<const pricing::Offers> offers_of(std::int64_t revision, const std::string& promotions)
{
    auto book = pricing::read_promotions(form_of(revision, promotions));
    if (!book) throw std::logic_error{book.error().code + " " + book.error().detail};
    return std::make_shared<const pricing::Offers>(std::move(*book));
}

struct FakeOffers final : OfferReader, CouponOwners {
    std::map<std::int64_t, std::shared_ptr<const pricing::Offers>> revisions;
    std::map<std::string, Coupon, std::less<>> coupons;
    std::map<MemberId, std::vector<PromotionUse>> used;
    std::set<MemberId> buyers;
    std::map<std::string, MemberId, std::less<>> owners; // By code.
    std::set<std::string, std::less<>> given_to_members;

    void set(std::int64_t revision, const std::string& promotions)
    {
        revisions[revision] = offers_of(revision, promotions);
    }

    [[nodiscard]] std::shared_ptr<const pricing::Offers> in_force() const override
    {
        return revisions.empty() ? nullptr : revisions.rbegin()->second;
    }
    [[nodiscard]] std::shared_ptr<const pricing::Offers> of(std::int64_t revision) const override
    {
        if (revision == 0) return {std::shared_ptr<const void>{}, &pricing::no_offers()};
        const auto found = revisions.find(revision);
        return found == revisions.end() ? nullptr : found->second;
    }
    [[nodiscard]] std::optional<Coupon> coupon(std::string_view code) const override
    {
        const auto found = coupons.find(code);
        return found == coupons.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] std::vector<PromotionUse> uses(const MemberId& member) const override
    {
        const auto found = used.find(member);
        return found == used.end() ? std::vector<PromotionUse>{} : found->second;
    }
    [[nodiscard]] bool has_bought(const MemberId& member) const override { return buyers.contains(member); }
    [[nodiscard]] MemberId owner_of(std::string_view code) const override
    {
        const auto found = owners.find(code);
        return found == owners.end() ? MemberId{} : found->second;
    }
    [[nodiscard]] bool is_given_to_members(std::string_view promotion) const override
    {
        return given_to_members.contains(promotion);
    }
};

} // namespace guitai::test
