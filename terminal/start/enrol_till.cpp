#include "terminal/start/words_of_guitai.hpp"

#include "sync/client/enrol.hpp"
#include "terminal/start/headless_sync.hpp"
#include "terminal/store/make_shop.hpp"

#include <fmt/format.h>

#include <fstream>

namespace guitai::start {
namespace {

constexpr std::int64_t first_sync_timeout_ms{600'000}; // A million goods over a slow line.
constexpr std::size_t trusted_bytes_max{1'000'000};    // Every authority there is takes a quarter of it.

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

// The certificates in the file; empty where none was named.
Result<std::string> read_trusted(const std::filesystem::path& path)
{
    if (path.empty()) return {};
    std::ifstream file{path, std::ios::binary};
    std::string text(trusted_bytes_max, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.find("-----BEGIN CERTIFICATE-----") != std::string::npos) return text;
    return refuse("enrol.bad_ca", path.string() + " holds no certificate in PEM form");
}

// A code works once: what would be refused after it was spent is refused before.
Result<void> check_free(const std::filesystem::path& folder)
{
    const auto there = DataFolder::open(folder);
    if (there) return refuse("folder.is_a_till", folder.string() + " holds a till already");
    if (there.error().code == "folder.not_a_till") return {};
    return refuse(there.error());
}

// Joins, and keeps in the folder what is needed to speak to that office again.
Result<Enrolment> join(const EnrolPlan& plan, const std::string& url)
{
    const auto trusted = read_trusted(plan.trusted);
    if (!trusted) return refuse(trusted.error());
    if (auto is_free = check_free(plan.data); !is_free) return refuse(is_free.error());
    const auto key = key_for_folder(plan.data);
    if (!key) return refuse(key.error());
    HttpWire wire{url, plan.trusted};
    auto joined = enrol(wire, plan.code, RequestSigner{*key}.public_key());
    if (!joined || trusted->empty()) return joined;
    if (auto kept = keep_trusted(plan.data, *trusted); !kept) return refuse(kept.error());
    return joined;
}

} // namespace

int enrol_till(const Voice& voice, const EnrolPlan& plan)
{
    const auto url = checked_url(plan.office);
    if (!url) return voice.refuse(url.error());
    const auto joined = join(plan, *url);
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
