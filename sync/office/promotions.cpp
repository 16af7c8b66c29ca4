#include "sync/office/promotions.hpp"

#include "sync/office/projections/promotion_forms.hpp"
#include "sync/pricing/promotion_parts.hpp"
#include "sync/pricing/read_promotions.hpp"

#include <fmt/format.h>

#include <utility>

namespace guitai::office {
namespace {

constexpr std::string_view own_currency{"CNY"};

} // namespace

Result<PromotionForm> read_promotion_form(std::string text)
{
    if (text.size() > promotion_form_bytes_max) {
        return refuse("promotions.too_large",
                      fmt::format("{} bytes, {} are the most", text.size(), promotion_form_bytes_max));
    }
    auto book = pricing::read_promotions(text);
    if (!book) return refuse(book.error());
    if (auto coupons = pricing::check_coupons(*book); !coupons) return refuse(coupons.error());
    if (book->currency != own_currency) {
        return refuse("promotions.other_currency",
                      fmt::format("currency: '{}' where {} is needed", book->currency, own_currency));
    }
    return PromotionForm{std::move(text), std::move(*book)};
}

Result<PromotionForm> promotions_in_force(database::Connection& connection)
{
    auto text = promotion_text(connection, newest_revision(connection));
    if (!text) return PromotionForm{};
    return read_promotion_form(std::move(*text));
}

Result<Accepted> set_promotions(Office& office, const database::Transaction& open, const PromotionForm& form,
                                std::string_view actor)
{
    office.books().journal().lock(open); // The newest revision must stay the newest until ours is written.
    const std::int64_t newest{newest_revision(office.connection())};
    if (form.book.revision == newest && promotion_text(office.connection(), newest) == form.text) {
        return Accepted::nothing_new;
    }
    if (form.book.revision <= newest) {
        return refuse("promotions.old_revision",
                      fmt::format("revision {} is not above {}, the newest here", form.book.revision, newest));
    }
    for (PromotionsSet& part : pricing::promotion_parts(form.book.revision, form.text)) {
        office.say(open, std::move(part), actor);
    }
    return Accepted::in_force;
}

} // namespace guitai::office
