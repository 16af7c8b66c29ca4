// Who plays the demo's day: the people of assets/demo/staff.csv, whose PINs are
// no secret.
#pragma once

#include "sync/events/ids.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace guitai::start {

struct DemoPerson {
    std::string name;
    std::string pin;
};

// The first person of `store` with that role; nothing where the file or the person is missing.
[[nodiscard]] std::optional<DemoPerson> demo_person(const std::filesystem::path& staff_csv, const PlaceCode& store,
                                                    const std::string& role);

} // namespace guitai::start
