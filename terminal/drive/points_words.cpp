// Paying with points, and the leases they are in.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <utility>

namespace guitai::drive {
namespace {

Answer redeem_points(Request& request)
{
    return on_ticket(request, RedeemPoints{request.fields.integer("points")});
}

Answer redeem_by_phone(Request& request)
{
    return on_ticket(request, AskByPhone{request.fields.integer("points")});
}

Answer vouch_leases(Request& request)
{
    if (auto done = act(request, VouchLeases{request.fields.text("reason")}); !done) return refuse(done.error());
    return JsonObject{};
}

} // namespace

Handler points_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 3> words{{
        {"redeem_points", redeem_points},
        {"redeem_by_phone", redeem_by_phone},
        {"vouch_leases", vouch_leases},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

void add_points(JsonObject& object, const CartView& cart)
{
    object.number("points_redeemed", cart.redeem.points)
        .minor("redeemed_minor", cart.redeem.worth)
        .number("points_here", cart.redeem.in_hand)
        .truth("points_asked_for", cart.redeem.asking);
    if (!cart.redeem.phone_link.empty()) object.text("phone_link", cart.redeem.phone_link);
}

void add_points(JsonObject& object, const PointsView& points)
{
    object.number("points", points.balance)
        .number("points_pending", points.pending)
        .number("points_owed", points.debt);
    if (points.next_expiry_points == 0) object.none("next_expiry");
    else {
        object.object("next_expiry", JsonObject{}
                                         .number("points", points.next_expiry_points)
                                         .text("date", points.next_expiry_on));
    }
}

JsonObject leases_of(const LeasesView& leases)
{
    JsonArray dormant;
    for (const std::string& lease : leases.dormant) dormant.text(lease);
    return JsonObject{}
        .number("leases", leases.leases)
        .number("points", leases.points)
        .array("dormant", dormant)
        .truth("armed", leases.armed)
        .truth("superseded", leases.superseded)
        .truth("office_recovering", leases.office_recovering);
}

} // namespace guitai::drive
