#include "sync/office/answers.hpp"
#include "sync/office/carriers.hpp"
#include "sync/office/doors.hpp"

#include <fmt/format.h>

#include <array>

namespace guitai::office {
namespace {

constexpr std::size_t body_bytes_max{256'000};

Response told(const std::array<std::int64_t, 4>& outcomes)
{
    std::string json{"{"};
    for (const auto& [outcome, word] : Words<ParcelOutcome>::all) {
        json += fmt::format("{}\"{}\":{}", json.size() > 1 ? "," : "", word,
                            outcomes[static_cast<std::size_t>(outcome)]);
    }
    return accepted(json + "}");
}

// All of them, or none: what can not be taken yet is sent again as it was.
Result<std::array<std::int64_t, 4>> hear_all(Office& office, const database::Transaction& open, const Carrier& carrier,
                                             const std::vector<ParcelNews>& news)
{
    std::array<std::int64_t, 4> outcomes{};
    for (const ParcelNews& one : news) {
        if (auto fits = check_parcel(office.connection(), carrier, one); !fits) return refuse(fits.error());
    }
    for (const ParcelNews& one : news) {
        const auto outcome = hear_carrier(office, open, carrier, one);
        if (!outcome) return refuse(outcome.error());
        ++outcomes[static_cast<std::size_t>(*outcome)];
    }
    return outcomes;
}

} // namespace

bool open_carrier_door(const Door& door, const Reply& reply)
{
    if (door.target.path.size() != 3 || door.target.path[1] != "carriers") return false;
    if (!is_method(door, "POST", reply)) return true;
    const auto carrier = find_carrier(door.reads, door.target.path[2]);
    if (!carrier) {
        reply(refused({"carrier.unknown", "no such carrier; guitai-office add-carrier makes it"}));
        return true;
    }
    const std::string& body{door.request.body};
    if (body.size() > body_bytes_max) {
        reply(refused({"api.too_large", fmt::format("{} bytes, {} are the most", body.size(), body_bytes_max)}));
        return true;
    }
    const auto signature = check_carrier_signature(door.reads, *carrier, door.request.header("x-guitai-signature"),
                                                   body, door.clock.now_ms());
    auto news = signature ? adapter_named(carrier->adapter)->read(body) : refuse(signature.error());
    if (!news) {
        reply(refused(news.error()));
        return true;
    }
    door.writing.submit(
        [carrier = *carrier, news = std::move(*news), reply](Office& office,
                                                             const database::Transaction& open) -> Writing::Told {
            const auto outcomes = hear_all(office, open, carrier, news);
            return [response = outcomes ? told(*outcomes) : refused(outcomes.error()), reply] { reply(response); };
        },
        [reply](const std::string& why) { reply(out_of_order(why)); });
    return true;
}

} // namespace guitai::office
