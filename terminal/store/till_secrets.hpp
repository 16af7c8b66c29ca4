// What nobody outside may know or foresee: the keys shared with the head office, as they
// were sealed for this till's device key, and digits of chance.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/store/data_folder.hpp"

#include <array>
#include <memory>

namespace guitai {

enum class SharedKeyUse { phone, gift };

class TillSharedKey final : public SharedKey {
public:
    // `connection` outlives it.
    TillSharedKey(const DeviceKey& seed, database::Connection& connection, TillNumber till, SharedKeyUse use);
    ~TillSharedKey() override;
    TillSharedKey(const TillSharedKey&) = delete;
    TillSharedKey& operator=(const TillSharedKey&) = delete;

    // Nothing also where the sealed key is not for this device.
    [[nodiscard]] std::optional<PhoneMac> mac_of(std::string_view text) const override;

private:
    database::Connection& m_connection;
    TillNumber m_till{0};
    SharedKeyUse m_use{SharedKeyUse::phone};
    std::array<unsigned char, 32> m_public{}; // X25519, made from the device's signing key.
    std::array<unsigned char, 32> m_secret{};
};

// Of a shop of its own, which shares it with nobody: worked out of the device key.
class OwnKey final : public SharedKey {
public:
    explicit OwnKey(const DeviceKey& seed) : m_seed{seed} {}
    [[nodiscard]] std::optional<PhoneMac> mac_of(std::string_view text) const override;

private:
    DeviceKey m_seed{};
};

// For that use: shared with the head office, where there is one; else the shop's own.
[[nodiscard]] std::unique_ptr<SharedKey> shared_key(const DeviceKey& seed, const DataFolder& folder,
                                                    SharedKeyUse use);

// From the machine.
class MachineDigits final : public SecretDigits {
public:
    MachineDigits();
    [[nodiscard]] std::string draw(std::size_t count) override;
};

} // namespace guitai
