#include "terminal/start/words_of_guitai.hpp"

#include "sync/client/enrol.hpp"
#include "terminal/start/headless_sync.hpp"
#include "terminal/store/make_shop.hpp"

#include <fmt/format.h>

namespace guitai::start {
namespace {

constexpr std::int64_t first_sync_timeout_ms{600'000}; // A million goods over a slow line.

// Everything the head office has said so far, so that the till can be signed in to with the cable out.
int fetch_everything(const Voice& voice, const std::filesystem::path& data)
{
    auto folder = DataFolder::open(data);
    if (!folder) return voice.refuse(folder.error());
    const SystemClock clock;
    TillStore store{std::move(*folder), clock};
    HeadlessSync sync{store, clock};
    const auto done = sync.run(first_sync_timeout_ms, [&](std::int64_t cursor, std::int64_t head) {
        voice.progress("start.first_sync", cursor, head);
    });
    if (!done) return voice.refuse(done.error());
    const SyncView view{sync.status()};
    // The till is enrolled either way; what is missing comes when it is opened.
    if (!view.reached || view.cursor < view.office_head) voice.tell("start.first_sync_unfinished");
    fmt::print("{{\"ok\":true,\"till\":{},\"store\":\"{}\",\"cursor\":{}}}\n", store.device().till,
               store.device().store.text, view.cursor);
    return 0;
}

} // namespace

int enrol_till(const Voice& voice, const EnrolPlan& plan)
{
    const auto url = checked_url(plan.office);
    if (!url) return voice.refuse(url.error());
    const auto key = key_for_folder(plan.data);
    if (!key) return voice.refuse(key.error());
    HttpWire wire{*url};
    const auto joined = enrol(wire, plan.code, RequestSigner{*key}.public_key());
    if (!joined) return voice.refuse(joined.error());
    const Device device{.till = joined->till,
                        .store = joined->store,
                        .office_url = *url,
                        .office = joined->office,
                        .test = plan.test || joined->test};
    if (const auto made = create_enrolled_folder(plan.data, device); !made) return voice.refuse(made.error());
    return fetch_everything(voice, plan.data);
}

} // namespace guitai::start
